/** One partner: corrected, or erased. */
import type { ContactView } from '../../../domain/invitations/edit-contact';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import type { FieldErrors } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import type { Shell } from '../context';
import type { Values } from '../form';
import { FormPage } from '../form-page';
import { ContactFields } from './contact-fields';

export type ContactPageProps = {
  shell: Shell;
  contact: ContactView;
  /** What was typed and not saved; else what is stored. */
  values?: Values | undefined;
  errors?: FieldErrors | undefined;
};

export function ContactPage({ shell, contact, values, errors }: ContactPageProps) {
  const { t, href } = shell.reader;
  const { one: text, list } = t.contacts;
  const { email, name, organisation, tags, consentSource } = contact;
  const stored = { email, name, organisation, tags: tags.join(', '), consentSource };
  return (
    <FormPage
      shell={shell}
      here="contacts"
      title={text.title}
      target={links.contact(contact.id)}
      back={links.contacts()}
      version={contact.version}
      save={text.save}
      errors={errors}
      above={
        contact.unsubscribed && (
          <Notice tone="care" title={list.unsubscribed}>
            <p>{text.unsubscribed}</p>
          </Notice>
        )
      }
      below={
        <form method="post" action={href(links.contactRemoval(contact.id))}>
          <h2>{text.eraseTitle}</h2>
          <p>{text.eraseText}</p>
          <Button kind="warning">{text.erase}</Button>
        </form>
      }
    >
      <ContactFields {...{ t }} values={values ?? stored} errors={errors ?? {}} />
    </FormPage>
  );
}
