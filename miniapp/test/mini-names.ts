/** What a screen reader would say of everything that can be pressed or filled in on the page on top. */
import { attribute } from './mini-dom'

/** Our own controls, Vant's button, and what WeChat itself lets one write into or choose with. */
const INTERACTIVE = '[class*="yk-tap"], wx-button, wx-input, wx-textarea, wx-picker'

const isHidden = (node: Element): boolean => attribute(node, 'ariaHidden') === 'true'

/** Words that can be seen in a node, without what is kept from screen readers. */
function wordsIn(node: Element): string {
  if (isHidden(node)) return ''
  const inside = [...node.childNodes].map(child =>
    child.nodeType === child.ELEMENT_NODE ? wordsIn(child as Element) : (child.textContent ?? ''),
  )
  return [attribute(node, 'ariaLabel'), ...inside].join('').trim()
}

/** A field stands in a group that carries its label. */
function groupOf(node: Element): string {
  for (let at = node.parentElement; at; at = at.parentElement) {
    if (attribute(at, 'ariaRole') === 'group') return attribute(at, 'ariaLabel')
  }
  return ''
}

/** A node of a class that only begins like a control (`yk-tap--down` of its parts) is none. */
const isControl = (node: Element): boolean =>
  node.tagName !== 'WX-VIEW' || [...node.classList].some(name => /(^|--)yk-tap$/.test(name))

export interface Names {
  interactive: number
  /** Tag and classes of what nobody could name. */
  unnamed: string[]
}

export function namesOf(all: (selector: string) => Element[]): Names {
  const nodes = all(INTERACTIVE).filter(isControl)
  const unnamed = nodes.filter(node => !wordsIn(node) && !groupOf(node))
  return {
    interactive: nodes.length,
    unnamed: unnamed.map(node => `${node.tagName.toLowerCase()} ${node.className}`),
  }
}
