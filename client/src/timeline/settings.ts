import { Uri, workspace } from 'vscode';
import type { TimelineSettings } from '../../webview/messages';
import { groupings } from '../../webview/panel/savedView';

/** What the user has set for the picture of a project. */
export function timelineSettings(root: string): TimelineSettings {
  const settings = workspace.getConfiguration('delivery', Uri.parse(root));
  const me = settings.get<string>('me', '');
  const grouping = groupings.find((each) => each === settings.get('timeline.groupBy'));
  return { ...(me && { me }), ...(grouping && { grouping }) };
}
