import { serveKept } from '../ui/check/serve-kept.ts';

serveKept({
  page: '/struk/',
  name: 'struk',
  files: '%FILES%'.split(' '), // node/page/check-page.ts writes them in
  news: ['/struk/keys.json'],
});
