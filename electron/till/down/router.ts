import { implementer } from '../implementer.ts';
import {
  markRead,
  readAnnouncements,
  readRequests,
  readTemplate,
  readTemplates,
  watchDown,
} from './procedures.ts';

const { down } = implementer;

export const downRouter = down.router({
  watch: down.watch.handler(({ context, signal }) => watchDown(context.open(), signal)),
  announcements: down.announcements.handler(({ context }) => readAnnouncements(context.open())),
  markRead: down.markRead.handler(({ context, input }) => markRead(context.open(), input)),
  requests: down.requests.handler(({ context }) => readRequests(context.open())),
  templates: down.templates.handler(({ context }) => readTemplates(context.open())),
  useTemplate: down.useTemplate.handler(({ context, input }) =>
    readTemplate(context.open(), input),
  ),
});
