import { Disposable, languages, LanguageStatusSeverity, window, type DocumentFilter } from 'vscode';
import type { ProjectStatus } from '../../server/src/ide/views/types';
import { t } from './l10n';
import { oneAtATime } from './oneAtATime';
import { whenResting } from './rest';
import type { DeliveryServer } from './server';

const files: readonly DocumentFilter[] = [{ language: 'delivery' }, { pattern: '**/delivery.config.json' }];

/** While somebody types, counts need not follow every key. */
const REST = 200;

/** Two entries beside the language in the status bar: how the server does, and what it has found in the project of the active file. */
export function registerLanguageStatus(server: DeliveryServer): Disposable {
  const life = languages.createLanguageStatusItem('delivery.server', files);
  life.name = t('Delivery language server');
  life.command = { title: t('Restart'), command: 'delivery.restartServer' };
  const found = languages.createLanguageStatusItem('delivery.findings', files);
  found.name = t('Delivery findings');
  found.command = { title: t('Show Problems'), command: 'workbench.actions.view.problems' };

  const show = (status: ProjectStatus | null | undefined): void => {
    const isStopped = server.state() === 'stopped';
    const isReady = server.state() === 'running' && status !== undefined;
    life.busy = !isStopped && !isReady;
    life.severity = isStopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    life.text = isReady
      ? t('Delivery is ready')
      : isStopped
        ? t('Delivery has stopped')
        : t('Delivery reads the project…');
    found.busy = life.busy;
    found.text = isReady ? (status ? countsOf(status) : t('This file belongs to no project')) : t('Not checked yet');
    found.detail = status?.title ?? '';
  };
  const refresh = oneAtATime(async () => {
    const uri = window.activeTextEditor?.document.uri.toString();
    if (server.state() !== 'running' || uri === undefined) show(undefined);
    else show(await server.status({ uri }).catch(() => undefined));
  });
  const rest = whenResting(refresh, REST);
  refresh();
  return Disposable.from(
    life,
    found,
    rest,
    server.onDidChangeState(refresh),
    server.onDidChange(rest.ask),
    window.onDidChangeActiveTextEditor(refresh),
  );
}

function countsOf({ errors, warnings, notes }: ProjectStatus): string {
  const counts = [
    ...(errors === 0 ? [] : [errors === 1 ? t('1 error') : t('{0} errors', String(errors))]),
    ...(warnings === 0 ? [] : [warnings === 1 ? t('1 warning') : t('{0} warnings', String(warnings))]),
    ...(notes === 0 ? [] : [notes === 1 ? t('1 note') : t('{0} notes', String(notes))]),
  ];
  return counts.length === 0 ? t('No problems') : counts.join(' · ');
}
