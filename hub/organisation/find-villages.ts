import type { VillageNames } from '../../domain/organisation/rows.ts';

/**
 * What the places of village codes are called, for those that the Ministry's list has. Reads the
 * list anew, 84,000 rows in a quarter of a second, and keeps none of it: imports are rare. Source:
 * idn-area-data, ODbL 1.0.
 */
export async function findVillages(
  codes: ReadonlySet<string>,
): Promise<ReadonlyMap<string, VillageNames>> {
  if (codes.size === 0) return new Map();
  const { getDistricts, getProvinces, getRegencies, getVillages } = await import('idn-area-data');
  const [villages, districts, regencies, provinces] = await Promise.all([
    getVillages(),
    getDistricts(),
    getRegencies(),
    getProvinces(),
  ]);
  const names = new Map([...districts, ...regencies, ...provinces].map((a) => [a.code, a.name]));
  const nameOf = (code: string) => names.get(code) ?? '';
  const found = villages.filter(({ code }) => codes.has(code));
  return new Map(
    found.map(({ code, name }) => [
      code,
      {
        village: name,
        district: nameOf(code.slice(0, 8)), // 32.73.01
        regency: nameOf(code.slice(0, 5)),
        province: nameOf(code.slice(0, 2)),
      },
    ]),
  );
}
