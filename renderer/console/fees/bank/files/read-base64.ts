import { LapakError } from '../../../../../domain/errors.ts';

/** The bytes of a chosen file, as base64. @throws LapakError FILE_UNREADABLE */
export async function readBase64(file: File): Promise<string> {
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const { result } = reader; // `data:text/csv;base64,MTsy`
      if (typeof result === 'string') resolve(result.slice(result.indexOf(',') + 1));
    };
    reader.onerror = () => reject(new LapakError('FILE_UNREADABLE', { file: file.name }));
    reader.readAsDataURL(file);
  });
}
