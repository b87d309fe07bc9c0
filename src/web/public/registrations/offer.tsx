/**
 * One button to accept, one to decline, each a form of its own: its hidden field says which to any
 * client. The one who registered the party answers for all.
 */
import type { Child } from 'hono/jsx';
import { links } from '../../../links';
import { Button, Buttons } from '../../ui/button';
import type { OwnProps } from './load-own';

export function OfferAnswer({ reader, token, party, colleagues }: OwnProps) {
  const { t, href, locale } = reader;
  const { own } = t.registration;
  if (!party.answers) return <p>{own.offeredOther}</p>;
  const others = party.together
    ? colleagues.filter((c) => c.state === 'offered').map((c) => `${c.firstName} ${c.lastName}`)
    : [];
  const answer = (value: 'accept' | 'decline', button: Child) => (
    <form method="post" action={href(links.offer(token))}>
      <input type="hidden" name="answer" value={value} />
      {button}
    </form>
  );
  return (
    <>
      {others.length > 0 && <p>{own.offeredForAll(new Intl.ListFormat(locale).format(others))}</p>}
      <Buttons>
        {answer(
          'accept',
          <Button>{party.seats > 1 ? own.acceptMany(party.seats) : own.accept}</Button>,
        )}
        {answer('decline', <Button kind="secondary">{own.decline}</Button>)}
      </Buttons>
    </>
  );
}
