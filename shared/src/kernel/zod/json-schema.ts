/** For documents only. A door of its own, so that neither the phone nor a function that does not document pays for it. */
export { registry, toJSONSchema } from 'zod/mini'
