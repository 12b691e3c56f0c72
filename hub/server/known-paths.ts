import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ORPCError } from '@orpc/server';

/**
 * Answers what no route does: 404, or 405 where the path is there for another method, and to
 * OPTIONS which methods it has. To be set before the routes are added.
 */
export function answerUnknown(app: FastifyInstance): void {
  const methods = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set<string>();
    for (const name of [method].flat()) known.add(name);
    methods.set(url, known);
  });
  app.setNotFoundHandler((request, reply) => {
    const known = methods.get(request.url.split('?', 1)[0] ?? '');
    if (known) return answerMethod(request, reply, [...known].sort().join(', '));
    return answerNotFound(reply);
  });
}

/** Answers that nothing is there. */
export function answerNotFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).send(new ORPCError('NOT_FOUND').toJSON());
}

function answerMethod(request: FastifyRequest, reply: FastifyReply, allow: string): FastifyReply {
  reply.header('allow', allow);
  if (request.method === 'OPTIONS') return reply.code(204).send();
  return reply.code(405).send(new ORPCError('METHOD_NOT_SUPPORTED').toJSON());
}
