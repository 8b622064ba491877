/** No phone has room for a table. */
export { PlaceList as PlaceRows } from './place-entry'
