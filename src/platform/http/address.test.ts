import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddress, routedUrl } from './address.ts'

describe('the language and the path of an address', () => {
  test.each([
    ['/', 'vi', '/'],
    ['/don?q=x', 'vi', '/don?q=x'],
    ['/en', 'en', '/'],
    ['/en/', 'en', '/'],
    ['/en?x=1', 'en', '/?x=1'],
    ['/en/don', 'en', '/don'],
    ['/en/en/don', 'en', '/en/don'],
    ['/english', 'vi', '/english'],
    ['/EN/don', 'vi', '/EN/don'],
    ['/don?tiep=/en/x', 'vi', '/don?tiep=/en/x'],
    ['/don?a=b?c', 'vi', '/don?a=b?c'],
    // Another spelling of the same letters.
    ['/%61pi/v1/me', 'vi', '/api/v1/me'],
    ['/%65n/%64on', 'en', '/don'],
    ['/a%2Fb%20c%2e', 'vi', '/a%2Fb%20c%2e'],
    // What a browser would read as another site.
    ['//evil.vn/x', 'vi', '/evil.vn/x'],
    ['/\\evil.vn', 'vi', '/evil.vn'],
    ['/en//evil.vn', 'en', '/evil.vn'],
    ['/en/\\evil.vn', 'en', '/evil.vn'],
    ['http://evil.vn/en/don', 'en', '/don'],
    ['http://evil.vn', 'vi', '/'],
    ['/http://evil.vn/x', 'vi', '/http://evil.vn/x'],
    ['*', 'vi', '/*'],
    ['', 'vi', '/'],
  ] as const)('%s is %s %s', (target, lang, url) => {
    expect(readAddress(target)).toMatchObject({ lang, url, isBroken: false })
  })

  test('whatever stands there, what remains is a path of this site', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.array(fc.constantFrom('/', '\\', 'en', '.', ':', '%', '2f', '5c', 'http:', '?', '#', '@', 'evil.vn'))),
        (parts) => {
          const target = Array.isArray(parts) ? parts.join('') : parts
          const { url } = readAddress(target)
          return url.startsWith('/') && !/^\/[/\\]/.test(url)
        },
      ),
      { numRuns: 5_000 },
    )
  })
})

describe('a broken address goes where no route is, within the API or among the pages', () => {
  test.each([
    ['/%', '/-'],
    ['/%ff', '/-'],
    ['/%c3%28', '/-'],
    ['/don/%00', '/-'],
    ['/don/%0d%0aSet-Cookie:x', '/-'],
    ['/don?q=%ff', '/-'],
    ['/don?q=%', '/-'],
    [`/don/${'x'.repeat(301)}`, '/-'],
    ['/api/v1/petitions/%00', '/api/-'],
    ['/en/api/v1/petitions?q=%E1%BB', '/api/-'],
    ['/%61pi/%ff', '/api/-'],
  ])('%s', (target, routed) => {
    const address = readAddress(target)
    expect(address.isBroken).toBe(true)
    expect(routedUrl(address)).toBe(routed)
  })

  test('a right one keeps its address', () => {
    expect(routedUrl(readAddress('/en/don?q=%C4%91%C6%B0%E1%BB%9Dng'))).toBe('/don?q=%C4%91%C6%B0%E1%BB%9Dng')
  })
})
