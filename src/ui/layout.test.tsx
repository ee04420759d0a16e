import { describe, expect, test } from 'vitest'
import type { Chrome } from './chrome.ts'
import { Layout } from './layout.tsx'

const visitor: Chrome = {
  person: null,
  organisation: null,
  navigation: [],
  account: [],
  signOut: null,
  footer: { lines: [], links: [] },
  notice: null,
  asset: (name) => `/assets/${name}`,
}

const lead: Chrome = {
  ...visitor,
  person: { id: '0193a1b2-0000-7000-8000-000000000001', name: 'Amina <Osei>' },
  organisation: { name: 'Next & Steps', home: '/o/next' },
  navigation: [
    { text: 'Home', href: '/o/next', current: false },
    { text: 'Plan', href: '/o/next/plan', current: true },
  ],
  account: [{ text: 'Your account', href: '/account' }],
  signOut: { action: '/sign-out', token: 't0ken' },
  notice: { kind: 'success', text: 'Saved.' },
}

const page = (chrome: Chrome, more: Partial<Parameters<typeof Layout>[0]> = {}) =>
  String(
    <Layout title="Plan" chrome={chrome} {...more}>
      <h1>Plan</h1>
    </Layout>,
  )

describe('every page', () => {
  test('is a whole document in British English with a way past the header', () => {
    const html = page(visitor)
    expect(html).toMatch(/^<!doctype html><html lang="en-GB"/)
    expect(html).toContain('<title>Plan – Mentormark</title>')
    expect(html).toContain('href="#main-content" class="govuk-skip-link"')
    expect(html).toContain('<main id="main-content"')
  })

  test('keeps to the content security policy: nothing inline', () => {
    const html = page(lead)
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|javascript:/)
    const scripts = (shown: string) => [...shown.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    expect(scripts(html)).toEqual(['<script type="module" src="/assets/app.js">'])
    expect(scripts(page(lead, { module: 'list.js' }))[1]).toBe('<script type="module" src="/assets/list.js">')
  })

  test('says first that something was wrong', () => {
    expect(page(visitor, { error: true })).toContain('<title>Error: Plan – Mentormark</title>')
  })
})

test('a visitor sees no navigation and cannot sign out', () => {
  expect(page(visitor)).not.toMatch(/<nav|<form/)
})

test('somebody signed in sees where they are, who they are and what was done', () => {
  const html = page(lead)
  expect(html).toContain('Amina &lt;Osei&gt;')
  expect(html).toContain('Next &amp; Steps')
  expect(html).toContain('href="/o/next/plan" aria-current="page"')
  expect(html.match(/aria-current/g)).toHaveLength(1)
  expect(html).toContain('<form method="post" action="/sign-out" data-sign-out><input type="hidden" name="token" value="t0ken">')
  expect(html).toContain('Saved.')
})

test('inside an organisation the places and the account are behind one word where there is no room; elsewhere nothing is folded', () => {
  expect(page(lead)).toMatch(/<details class="app-menu"><summary [^>]*>Menu<\/summary>.*Plan.*Sign out.*<\/details><\/header>/s)
  const elsewhere = page({ ...lead, organisation: null, navigation: [] })
  expect(elsewhere).not.toContain('<details')
  expect(elsewhere).toContain('Sign out')
})

test('a way back stands before the content', () => {
  expect(page(visitor, { backLink: { href: '/plan', text: 'Back to the plan' } })).toMatch(
    /<a href="\/plan" class="govuk-back-link">Back to the plan<\/a><\/nav><main/,
  )
})
