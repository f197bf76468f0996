interface TickBoxesProps<Name extends string> {
  readonly legend: string;
  readonly names: readonly Name[];
  readonly labelOf: (name: Name) => string;
  readonly chosen: readonly Name[];
  readonly onChange: (chosen: readonly Name[]) => void;
}

/** Picks some of a few names. */
export const TickBoxes = <Name extends string>({ legend, names, labelOf, chosen, onChange }: TickBoxesProps<Name>) => (
  <fieldset class="tick-boxes">
    <legend>{legend}</legend>
    {names.map((name) => (
      <label key={name}>
        <input
          type="checkbox"
          checked={chosen.includes(name)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...chosen, name] : chosen.filter((each) => each !== name))
          }
        />{" "}
        {labelOf(name)}
      </label>
    ))}
  </fieldset>
);
