/** Passkeys: signing in by a fingerprint, a face or a PIN, for those who want it. */
export const passkeys = {
  signIn: 'Se connecter avec une clé d’accès',
  signInHint:
    'Si vous en avez ajouté une à votre compte : l’empreinte, le visage ou le code de l’appareil suffit.',
  title: 'Mes clés d’accès',
  intro:
    'Une clé d’accès ouvre votre compte sans attendre de courriel, avec l’empreinte, le visage ou le code de votre appareil. Elle est facultative : les liens par courriel continuent de fonctionner.',
  none: 'Vous n’avez pas encore de clé d’accès.',
  unnamed: 'Clé d’accès',
  created: 'Ajoutée le',
  lastUsed: 'Dernière utilisation',
  neverUsed: 'Jamais utilisée',
  newName: 'Nouveau nom',
  newNameHint: 'Le nom de l’appareil, par exemple « Portable du bureau ».',
  rename: 'Renommer',
  remove: 'Supprimer',
  which: (name: string) => `la clé d’accès « ${name} »`,
  removeHint:
    'Une clé supprimée ici n’ouvre plus votre compte. Vous pouvez aussi l’effacer de l’appareil, dans ses réglages de mots de passe. Les connexions déjà ouvertes le restent : fermez-les dans la liste ci-dessus.',
  add: 'Ajouter une clé d’accès',
  addHint: 'Sur un appareil qui vous appartient, pas sur un ordinateur partagé.',
  unsupported:
    'Ce navigateur ne permet pas d’ajouter une clé d’accès : il est trop ancien, ou JavaScript y est désactivé. Rien ne vous manque : demandez un lien par courriel à chaque connexion.',
  problems: {
    name: 'Saisissez un nom, de 60 caractères au plus.',
    cancelled: 'Rien n’a été fait : la demande a été fermée ou a trop attendu. Recommencez.',
    already: 'Cet appareil a déjà une clé d’accès pour votre compte.',
    failed:
      'Cela n’a pas fonctionné. Rechargez la page et recommencez, ou demandez un lien par courriel.',
    body_not_valid: 'Cet envoi est incomplet. Rechargez la page et recommencez.',
    login_not_valid:
      'Cette clé d’accès n’ouvre pas de compte ici, ou la demande a expiré. Recommencez, ou demandez un lien par courriel.',
    passkey_not_valid: 'La clé d’accès n’a pas pu être ajoutée. Recommencez.',
    too_many: 'Vous avez déjà 20 clés d’accès. Supprimez celles qui ne servent plus.',
  },
};
