/** A piece of XML that is escaped already. */
export type Xml = { readonly xml: string };

type Content = Xml | string | number | boolean | undefined;

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** An element with the content escaped; nothing at all where the content is undefined. */
export function element(name: string, content: Content): Xml {
  if (content === undefined) return { xml: '' };
  const inner = typeof content === 'object' ? content.xml : escapeText(String(content));
  return { xml: `<${name}>${inner}</${name}>` };
}

/** Several pieces one after the other. */
export function sequence(pieces: Iterable<Xml>): Xml {
  let xml = '';
  for (const piece of pieces) xml += piece.xml;
  return { xml };
}

/** A whole response document in S3's namespace. */
export function document(name: string, content: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${NAMESPACE}">${content.xml}</${name}>`;
}

/** An error document, which S3 gives without a namespace. */
export function errorDocument(code: string, message: string, resource: string, requestId: string): string {
  const content = sequence([
    element('Code', code),
    element('Message', message),
    element('Resource', resource),
    element('RequestId', requestId),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${content.xml}</Error>`;
}

/** Control characters become references, as in S3's own answers: a key may hold them though XML 1.0 may not. */
function escapeText(text: string): string {
  return text.replace(/[<>&"\p{Cc}]/gu, (char) => {
    if (char === '<') return '&lt;';
    if (char === '>') return '&gt;';
    if (char === '&') return '&amp;';
    if (char === '"') return '&quot;';
    return `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`;
  });
}
