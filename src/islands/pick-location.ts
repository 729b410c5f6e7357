/**
 * `<div data-pick-location="lat lon">` (names of two inputs of the form around it) gets a button that fills them
 * from the device. Nothing is sent anywhere before the form is. Five decimals are about one metre.
 */
const words =
  document.documentElement.lang === 'en'
    ? {
        use: 'Use my location',
        wait: 'Looking for your location…',
        done: 'Location filled in.',
        failed: 'Your location could not be read. You can leave it empty.',
      }
    : {
        use: 'Dùng vị trí của tôi',
        wait: 'Đang tìm vị trí…',
        done: 'Đã điền vị trí.',
        failed: 'Không đọc được vị trí. Bạn có thể để trống.',
      }

for (const place of document.querySelectorAll<HTMLElement>('[data-pick-location]')) {
  const form = place.closest('form')
  const [lat, lon] = (place.dataset['pickLocation'] ?? '').split(' ').map((name) => form?.elements.namedItem(name))
  if (!(lat instanceof HTMLInputElement) || !(lon instanceof HTMLInputElement) || !navigator.geolocation) continue
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button btn-2 btn-small'
  button.textContent = words.use
  const status = document.createElement('p')
  status.className = 'small muted'
  status.setAttribute('role', 'status')
  button.addEventListener('click', () => {
    status.textContent = words.wait
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        lat.value = coords.latitude.toFixed(5)
        lon.value = coords.longitude.toFixed(5)
        for (const input of [lat, lon]) input.dispatchEvent(new Event('input', { bubbles: true }))
        status.textContent = words.done
      },
      () => {
        status.textContent = words.failed
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  })
  place.append(button, status)
}

export {}
