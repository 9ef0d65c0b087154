// Finds routes and schemas by words as they are typed; `/` goes to the field, Escape empties it. The address keeps the words.
const field = document.querySelector('#words')
const found = document.querySelector('#found')
const nothing = document.querySelector('.nothing')
const articles = [...document.querySelectorAll('article')]
const entries = new Map([...document.querySelectorAll('[data-for]')].map((entry) => [entry.dataset.for, entry]))

document.querySelector('.search').hidden = false
field.addEventListener('input', search)
document.querySelector('#clear').addEventListener('click', empty)
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== field && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    field.focus()
    field.select()
  } else if (event.key === 'Escape' && document.activeElement === field) empty()
  else if (event.key === 'Enter' && document.activeElement === field)
    articles
      .find((article) => !article.hidden)
      ?.querySelector('h3 a')
      .focus()
})
// A link to something that the search hides shows everything.
addEventListener('hashchange', () => {
  const target = document.getElementById(location.hash.slice(1))
  if (target?.closest('[hidden]')) {
    empty()
    target.scrollIntoView()
  }
})
field.value = new URLSearchParams(location.search).get('q') ?? ''
search()

function empty() {
  field.value = ''
  search()
  field.focus()
}

function search() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean)
  let count = 0
  for (const article of articles) {
    const shown = words.every((word) => article.dataset.words.includes(word))
    article.hidden = !shown
    const entry = entries.get(article.id)
    if (entry !== undefined) entry.hidden = !shown
    if (shown) count++
  }
  for (const section of document.querySelectorAll('[data-section]')) section.hidden = section.querySelector('article:not([hidden])') === null
  for (const group of document.querySelectorAll('[data-group]')) group.hidden = group.querySelector('li:not([hidden])') === null
  nothing.hidden = count > 0
  found.textContent = words.length === 0 ? '' : `${count} found`
  const address = new URL(location.href)
  if (words.length === 0) address.searchParams.delete('q')
  else address.searchParams.set('q', field.value)
  history.replaceState(null, '', address)
}
