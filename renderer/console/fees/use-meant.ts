import { useState } from 'react';

/**
 * Whether somebody has said that what is doubted is meant. Another doubt is asked about anew.
 * @param doubt what is doubted, with what it is of; empty for nothing
 */
export function useMeant(doubt: string) {
  const [meant, setMeant] = useState('');
  return {
    isMeant: doubt === '' || doubt === meant,
    onMeant: (isMeant: boolean): void => setMeant(isMeant ? doubt : ''),
  };
}
