/** Imports go one way: web, jobs, index → domain → db → lib; links, i18n and lib are leaves. */
const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^src/', pathNot: to },
});

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: { path: '^src/' }, to: { circular: true, viaOnly: { pathNot: '^src/i18n/' } } },
    only('lib-is-a-leaf', '^src/lib/', '^src/lib/', 'lib/ is pure and tiny'),
    only('links-is-a-leaf', '^src/links\\.ts$', '^src/links\\.ts$', 'links knows nothing'),
    only('i18n-is-a-leaf', '^src/i18n/', '^src/(i18n|lib)/', 'texts may format dates, nothing else'),
    only('env-is-a-leaf', '^src/env\\.ts$', '^src/(env\\.ts|lib/)', 'settings know nothing'),
    only('db-knows-lib', '^src/db/', '^src/(db|lib)/', 'db → lib'),
    only('domain-knows-db', '^src/domain/', '^src/(domain|db|lib|i18n|links)', 'domain knows no web, no environment'),
    only('transports-know-the-port', '^src/transports/', '^src/(transports/|domain/mail/(transport|schema)|db/|lib/)', 'transports know only the port'),
    only('jobs-know-domain', '^src/jobs/', '^src/(jobs|domain|transports|db|lib|links|i18n|env)', 'jobs → domain'),
    only('web-does-not-know-jobs', '^src/web/', '^src/(web|domain|transports|db|lib|links|i18n|env)', 'web → domain'),
    {
      name: 'catalogue-is-below',
      severity: 'error',
      from: { path: '^src/domain/catalogue/' },
      to: { path: '^src/domain/(registrations|meetings|handouts|attendance|surveys|reports|privacy|messages|organisers|printing|notes|import)/' },
    },
    {
      name: 'mail-is-below-the-concepts',
      severity: 'error',
      from: { path: '^src/domain/mail/' },
      to: { path: '^src/domain/(?!mail/)' },
    },
    {
      name: 'registrations-know-catalogue-and-mail',
      severity: 'error',
      from: { path: '^src/domain/registrations/' },
      to: { path: '^src/domain/(attendance|surveys|reports|privacy|messages|printing|notes|import)/' },
    },
    {
      name: 'attendance-knows-no-answers',
      severity: 'error',
      from: { path: '^src/domain/attendance/' },
      to: { path: '^src/domain/(surveys|reports|privacy|messages|import)/' },
    },
    {
      name: 'surveys-know-no-reports',
      severity: 'error',
      from: { path: '^src/domain/surveys/' },
      to: { path: '^src/domain/(reports|privacy|messages|import)/' },
    },
    {
      name: 'domain-knows-no-hono',
      severity: 'error',
      from: { path: '^src/domain/(?!messages/)' },
      to: { path: 'node_modules/hono' },
    },
    {
      name: 'pages-are-pure',
      severity: 'error',
      comment: 'A page is a function of its props: no database.',
      from: { path: '-page\\.tsx$' },
      to: { path: '^src/db/' },
    },
  ],
  options: { tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true },
};
