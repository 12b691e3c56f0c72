import { serveKept } from '../ui/check/serve-kept.ts';

serveKept({
  page: '/kuitansi/',
  name: 'kuitansi',
  files: '%FILES%'.split(' '), // node/page/check-page.ts writes them in
  news: [],
});
