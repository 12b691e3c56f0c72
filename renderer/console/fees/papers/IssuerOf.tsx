import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PaperIssuer } from '../../../../domain/fees/papers/views.ts';
import { useText } from '../../../ui/use-text.ts';
import { hubQuery } from '../../hub-client.ts';
import { Read } from '../../system/Read.tsx';
import { issuerOf } from './paper-of.ts';

interface IssuerOfProps {
  readonly mall: string;
  readonly mallName: string;
  readonly children: (issuer: PaperIssuer) => ReactNode;
}

/** A paper of a mall, once the hub has said who writes it. */
export function IssuerOf({ mall, mallName, children }: IssuerOfProps) {
  const say = useText();
  const kept = useQuery(hubQuery.fees.issuer.queryOptions({ input: { mall } }));
  return <Read of={kept}>{(issuer) => children(issuerOf(mallName, issuer, say))}</Read>;
}
