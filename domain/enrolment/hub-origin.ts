import { z } from 'zod';

/** Where a hub is: an origin in lower case, `https://hub.example` or `http://192.168.1.5:8080`. */
export const HubOrigin = z
  .string()
  .max(200)
  .regex(/^https?:\/\/([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:[1-9]\d{0,4})?$/);
