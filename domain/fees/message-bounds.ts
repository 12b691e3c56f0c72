/** Most characters of what a stall says of fees, and of the reference of a payment. */
export const [MESSAGE_TEXT_MAX, REFERENCE_MAX] = [500, 100];
/** Largest picture that goes with it. Bytes */
export const PHOTO_BYTES_MAX = 300_000;
/** Most days of one closure. */
export const CLOSURE_DAYS_MAX = 366;
