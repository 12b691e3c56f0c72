import { answered } from '../../../ui/use-act-id.ts';
import { isUnreachable } from '../../connection.ts';

/**
 * The answer to an act of a form. Where none came, whatever it was, the same form opened anew asks
 * with the same id: what was booked is told then, and not booked twice.
 */
export async function onceAnswered<T>(id: string, act: Promise<T>): Promise<T> {
  try {
    const answer = await act;
    answered(id);
    return answer;
  } catch (error) {
    if (!isUnreachable(error)) answered(id);
    throw error;
  }
}
