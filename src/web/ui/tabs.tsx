/** Pages or lists side by side, one of which is here: links, in a navigation with a name of its own. */
export type Tab = { href: string; label: string | number; here: boolean };

export const Tabs = ({ label, items }: { label: string; items: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {items.map(({ href, label: name, here }) => (
        <li>
          <a href={href} aria-current={here ? 'page' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
