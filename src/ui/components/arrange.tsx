import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes } from './attributes.ts'

interface ArrangeProps extends Common {
  readonly children?: Child
}

/** One thing under another, evenly spaced. */
export function Stack(props: ArrangeProps & { gap?: 's' | 'm' | 'l' | undefined }) {
  return (
    <div class={classes('app-stack', props.gap && `app-stack--${props.gap}`, props.class)} {...props.attributes}>
      {props.children}
    </div>
  )
}

/** One thing beside another, in as many lines as it takes: tags, buttons, ratings. */
export function Cluster(props: ArrangeProps) {
  return (
    <div class={classes('app-cluster', props.class)} {...props.attributes}>
      {props.children}
    </div>
  )
}

/** Cards side by side, as many as fit. */
export function Grid(props: ArrangeProps) {
  return (
    <div class={classes('app-grid', props.class)} {...props.attributes}>
      {props.children}
    </div>
  )
}

/** A column of text at a comfortable width. */
export function TwoThirds(props: ArrangeProps) {
  return (
    <div class={classes('app-two-thirds', props.class)} {...props.attributes}>
      {props.children}
    </div>
  )
}

/** The main thing with something beside it, which goes below where there is no room. */
export function WithAside(props: ArrangeProps & { aside: Child; asideLabel?: string | undefined }) {
  return (
    <div class={classes('app-with-aside', props.class)} {...props.attributes}>
      <div class="app-with-aside__main">{props.children}</div>
      <aside class="app-with-aside__aside" aria-label={props.asideLabel}>
        {props.aside}
      </aside>
    </div>
  )
}
