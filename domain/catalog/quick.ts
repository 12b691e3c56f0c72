/** What stands for the code of a quick item: a name and an amount, of no product. */
export const QUICK_CODE = '';

/** The category of quick items: theirs alone, in reports and in the Z. */
export const QUICK_CATEGORY = 'Barang cepat';

/** The unit of quick items. */
export const QUICK_UNIT = 'pcs';
