import { Choices, type RadiosProps } from './choices.tsx'

const star = 'M12 1.8l3.1 6.5 7 .9-5.1 4.9 1.3 7L12 17.7l-6.3 3.4 1.3-7L1.9 9.2l7-.9z'

/** One of a few numbers of stars: radio buttons that look like stars, filled up to the chosen one. Each has its words below. */
export function StarRadios(props: RadiosProps) {
  const id = props.id ?? props.name
  return (
    <Choices field={props}>
      <div class="stars">
        {props.items.map((item, i) => (
          <label class="star">
            <input type="radio" id={i ? `${id}-${i + 1}` : id} name={props.name} value={item.value} checked={item.value === props.value} />
            <svg viewBox="0 0 24 24" width="34" height="34" aria-hidden="true" focusable="false">
              <path d={star} />
            </svg>
            {item.text}
          </label>
        ))}
      </div>
    </Choices>
  )
}
