import { createContext, useContext } from 'react'
import { aria } from './aria'

/** Whether the page has said its title already; at a desk its list does where no title stands. */
export const Titled = createContext(false)

/** A page has one heading of the first level: its title, or where it has none the question that stands in its place. */
export const useHead = () => aria({ role: 'heading', level: useContext(Titled) ? 2 : 1 })
