/** Forms of pages, as a browser without JavaScript would send them. */

/** What the form of a session holds when nothing was changed. */
export function fieldsOf(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  const put = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), decode(value)];
  };
  const body = html.slice(html.indexOf('<form method="post" action="/organisation/seances'));
  for (const [tag, name = ''] of body.matchAll(
    /<(?:input|textarea|select)\b[^>]*?\bname="(\w+)"[^>]*>/g,
  )) {
    const value = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '';
    if (tag.startsWith('<input')) {
      if (!/type="(radio|checkbox)"/.test(tag) || /\bchecked=""/.test(tag)) put(name, value);
      continue;
    }
    const rest = body.slice(body.indexOf(tag) + tag.length);
    if (tag.startsWith('<textarea')) put(name, rest.slice(0, rest.indexOf('</textarea>')));
    else
      put(
        name,
        /<option value="([^"]*)" selected=""/.exec(rest.slice(0, rest.indexOf('</select>')))?.[1] ??
          '',
      );
  }
  return fields;
}
const decode = (text: string) =>
  text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
