;;; emacs.el --- Emacs 28 or newer with Eglot as a client of the language server over stdio.  -*- lexical-binding: t -*-
;; Usage: emacs --batch -l emacs.el, with DELIVERY_RECIPE (a file with what docs/editors.md says, which starts the command `delivery`)
;; and DELIVERY_WORKSPACE (a folder that this script may change).
(require 'package)
(package-initialize)
(require 'eglot)
(require 'cl-lib)

(load (getenv "DELIVERY_RECIPE") nil t)
(setq eglot-sync-connect t
      eglot-send-changes-idle-time 0
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil
      inhibit-message t)

(defvar workspace (file-name-as-directory (getenv "DELIVERY_WORKSPACE")))
(defvar passed 0)
(defvar failed 0)

(defun say (format &rest arguments)
  (let ((coding-system-for-write 'utf-8))
    (send-string-to-terminal (encode-coding-string (apply #'format format arguments) 'utf-8))))

(defmacro check (name &rest body)
  `(condition-case problem
       (progn ,@body (cl-incf passed) (say "  ✔ %s\n" ,name))
     (error (cl-incf failed) (say "  ✖ %s\n      %s\n" ,name (error-message-string problem)))))

(defun eventually (what probe)
  (let ((deadline (+ (float-time) 15)))
    (while (and (not (funcall probe)) (< (float-time) deadline))
      (accept-process-output nil 0.05)
      (flymake-start))
    (unless (funcall probe) (error "%s" (if (functionp what) (funcall what) what)))))

(defun messages ()
  (sort (mapcar #'flymake-diagnostic-text (flymake-diagnostics)) #'string<))

(defun at (text)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

;; Projects of Emacs are those of a version control system, or what this function says.
(add-hook 'project-find-functions (lambda (_) (cons 'transient workspace)))

(find-file (expand-file-name "acceptance/sign-in.delivery" workspace))

(check "connects"
  (apply #'eglot (eglot--guess-contact))
  (unless (eglot-current-server) (error "not connected")))

(check "shows diagnostics"
  (eventually (lambda () (format "found: %s" (messages)))
              (lambda () (cl-some (lambda (text) (string-match-p "REQ-404" text)) (messages)))))

(check "completes a reference by the title of the requirement"
  (at "REQ-404")
  (delete-char 7)
  (insert "sign")
  (eglot--signal-textDocument/didChange)
  (let* ((answer (jsonrpc-request (eglot--current-server-or-lose) :textDocument/completion
                                  (eglot--TextDocumentPositionParams)))
         (items (if (vectorp answer) answer (plist-get answer :items)))
         (item (cl-find "REQ-1" items :key (lambda (each) (plist-get each :label)) :test #'string=)))
    (unless item (error "found: %s" (mapcar (lambda (each) (plist-get each :label)) items)))
    (delete-region (- (point) 4) (point))
    (insert "REQ-2"))
  (eglot--signal-textDocument/didChange)
  (eventually (lambda () (format "found: %s" (messages))) (lambda () (null (messages)))))

(check "renames in all files"
  (at "REQ-1")
  ;; Files that no buffer shows are changed only when somebody says yes.
  (cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
    (eglot-rename "REQ-7"))
  (unless (string-match-p "verifies: REQ-7" (buffer-string)) (error "%s" (buffer-string)))
  (with-current-buffer (find-file-noselect (expand-file-name "requirements.delivery" workspace))
    (unless (string-match-p "requirement REQ-7 \"Supplier signs in\"" (buffer-string)) (error "%s" (buffer-string)))))

(check "formats"
  (goto-char (point-max))
  (insert "criterion   AC-4 \"Formatted\"{verifies:REQ-2, verify:test}\n")
  (eglot--signal-textDocument/didChange)
  (eglot-format-buffer)
  (unless (string-match-p "criterion AC-4 \"Formatted\" { verifies: REQ-2, verify: test }" (buffer-string))
    (error "%s" (buffer-string))))

(check "stops when asked to"
  (let ((server (eglot-current-server)))
    (eglot-shutdown server)
    (eventually "still running" (lambda () (not (jsonrpc-running-p server))))))

(say "@counts {\"passed\":%d,\"failed\":%d,\"skipped\":0}\n" passed failed)
(kill-emacs (if (= failed 0) 0 1))
;;; emacs.el ends here
