/** No phone is as wide as a desk. */
export const Rail = () => null
