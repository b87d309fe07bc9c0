/** What sessions of the demo share. The phone number is one that no one can have. */
export const practical = {
  free: true,
  wheelchair: true,
  contactName: 'Secrétariat du réseau',
  contactPhone: '04 65 71 00 12',
};
export const maison = {
  name: 'La Maison de la Santé',
  address: '34 bis avenue des Exemples',
  town: 'Alès',
  access: 'Au rez-de-chaussée, entrée par la cour. Parking gratuit devant le bâtiment.',
};
export const laep = {
  name: 'Maison des familles',
  address: '5 place des Essais',
  town: 'Anduze',
  access: 'Sonnez à « Maison des familles ». Poussettes bienvenues.',
};
export const msp = {
  name: 'MSP Simone-Veil',
  address: '2 rue des Modèles',
  town: 'La Grand-Combe',
  access: null,
};
