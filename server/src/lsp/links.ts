/** Document links over the Language Server Protocol; which file a path means is looked up when somebody follows the link. */
import type { DocumentLink } from 'vscode-languageserver';
import { linksIn, type Link } from '../ide/links';
import type { Model } from '../model/model';
import { toRange } from './convert';
import { askFile, warn, type Feature, type Host } from './host';

export const links: Feature = {
  capabilities: { documentLinkProvider: { resolveProvider: true } },
  register: (host) => {
    host.connection.onDocumentLinks((params) =>
      askFile(host, 'links', params, (world, file) =>
        linksIn(world, file).map((link) => toDocumentLink(world.model, link)),
      ),
    );
    host.connection.onDocumentLinkResolve((link) => resolve(host, link));
  },
};

function toDocumentLink(model: Model, link: Link): DocumentLink {
  const range = toRange(model, link.place);
  return link.type === 'url' ? { range, target: link.url } : { range, data: { path: link.path, uris: link.uris } };
}

async function resolve(host: Host, link: DocumentLink): Promise<DocumentLink> {
  const { path = '', uris = [] } = (link.data ?? {}) as Partial<Extract<Link, { type: 'file' }>>;
  for (const uri of uris) if ((await host.exists(uri)) !== false) return { ...link, target: uri };
  warn(host, { en: `There is no such file: ${path}`, zh: `文件不存在：${path}` });
  return link;
}
