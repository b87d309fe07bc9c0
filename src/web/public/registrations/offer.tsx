/** One button to accept, one to decline; the one who registered the party answers for all. */
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
  return (
    <form method="post" action={href(links.offer(token))}>
      {others.length > 0 && <p>{own.offeredForAll(new Intl.ListFormat(locale).format(others))}</p>}
      <Buttons>
        <Button name="answer" value="accept">
          {party.seats > 1 ? own.acceptMany(party.seats) : own.accept}
        </Button>
        <Button name="answer" value="decline" kind="secondary">
          {own.decline}
        </Button>
      </Buttons>
    </form>
  );
}
