-- Neovim 0.7 or newer as a client of the language server over stdio.
-- Usage: nvim --headless -u NONE -i NONE -n -S neovim.lua, with DELIVERY_SERVER (a command, words separated by tabs),
-- DELIVERY_WORKSPACE (a folder that this script may change) and DELIVERY_RECIPE (a file with what docs/editors.md says; Neovim 0.7
-- lacks functions that it uses, so it is only read).
local command = vim.split(vim.env.DELIVERY_SERVER, '\t', { plain = true })
local root = vim.env.DELIVERY_WORKSPACE
local counts = { passed = 0, failed = 0 }

local function test(name, body)
  local ok, problem = pcall(body)
  local key = ok and 'passed' or 'failed'
  counts[key] = counts[key] + 1
  io.stdout:write(string.format('  %s %s%s\n', ok and '✔' or '✖', name, ok and '' or '\n      ' .. tostring(problem)))
end

local function eventually(what, probe)
  assert(vim.wait(15000, probe, 25), what)
end

local function codes(buffer)
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    local origin = diagnostic.user_data and diagnostic.user_data.lsp or {}
    table.insert(found, tostring(origin.code or diagnostic.code))
  end
  table.sort(found)
  return table.concat(found, ' ')
end

local function request(buffer, client, method, position)
  local params = { textDocument = vim.lsp.util.make_text_document_params(buffer), position = position }
  local answers = assert(vim.lsp.buf_request_sync(buffer, method, params, 10000), 'no answer to ' .. method)
  assert(answers[client] and answers[client].result, 'no result of ' .. method .. ': ' .. vim.inspect(answers))
  return answers[client].result
end

vim.cmd('edit ' .. vim.fn.fnameescape(root .. '/acceptance/sign-in.delivery'))
local buffer = vim.api.nvim_get_current_buf()
local requirements = vim.uri_to_bufnr(vim.uri_from_fname(root .. '/requirements.delivery'))
local client

test('reads the recipe of docs/editors.md', function()
  assert(loadfile(vim.env.DELIVERY_RECIPE))
end)

test('attaches', function()
  client = assert(vim.lsp.start_client({
    name = 'delivery',
    cmd = command,
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = 'portal' } },
    get_language_id = function() return 'delivery' end,
  }))
  assert(vim.lsp.buf_attach_client(buffer, client), 'not attached')
end)

test('shows diagnostics of the open file', function()
  eventually('found: ' .. codes(buffer), function() return codes(buffer) == 'name/unresolved' end)
end)

test('shows diagnostics of files that are not open', function()
  eventually('found: ' .. codes(requirements), function() return codes(requirements) == 'trace/no-criterion' end)
end)

test('hover tells what a reference means', function()
  local result = request(buffer, client, 'textDocument/hover', { line = 1, character = 13 })
  assert(vim.inspect(result.contents):find('Supplier signs in', 1, true), vim.inspect(result))
end)

test('definition leads to the other file', function()
  local result = request(buffer, client, 'textDocument/definition', { line = 1, character = 13 })
  local target = vim.tbl_islist(result) and result[1] or result
  assert((target.uri or target.targetUri):find('requirements.delivery', 1, true), vim.inspect(result))
end)

test('completes a reference', function()
  local result = request(buffer, client, 'textDocument/completion', { line = 9, character = 12 })
  local labels = vim.tbl_map(function(item) return item.label end, result.items or result)
  assert(vim.tbl_contains(labels, 'REQ-2'), vim.inspect(labels))
end)

test('an edit takes the finding away, and another file learns of it', function()
  vim.api.nvim_buf_set_lines(buffer, 9, 10, false, { '  verifies: REQ-2' })
  eventually('found: ' .. codes(buffer), function() return codes(buffer) == '' end)
  eventually('found: ' .. codes(requirements), function() return codes(requirements) == '' end)
end)

local function text(of)
  return table.concat(vim.api.nvim_buf_get_lines(of, 0, -1, false), '\n')
end

test('renames in all files', function()
  local edit = vim.lsp.buf_request_sync(buffer, 'textDocument/rename', {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    position = { line = 1, character = 13 },
    newName = 'REQ-7',
  }, 10000)[client].result
  vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
  assert(text(buffer):find('verifies: REQ-7', 1, true), text(buffer))
  assert(text(requirements):find('requirement REQ-7 "Supplier signs in"', 1, true), text(requirements))
end)

test('formats', function()
  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { 'criterion   AC-4 "Formatted"{verifies:REQ-2, verify:test}' })
  local edits = vim.lsp.buf_request_sync(buffer, 'textDocument/formatting', {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    options = { tabSize = 2, insertSpaces = true },
  }, 10000)[client].result
  vim.lsp.util.apply_text_edits(edits, buffer, 'utf-16')
  assert(text(buffer):find('criterion AC-4 "Formatted" { verifies: REQ-2, verify: test }', 1, true), text(buffer))
end)

test('stops when asked to', function()
  vim.lsp.stop_client(client)
  eventually('still running', function() return vim.lsp.client_is_stopped(client) end)
end)

io.stdout:write(string.format('@counts {"passed":%d,"failed":%d,"skipped":0}\n', counts.passed, counts.failed))
vim.cmd(counts.failed == 0 and 'qall!' or 'cquit 1')
