import { inOnePiece } from '../../ui/index.ts'

/** Private notes stay off paper unless somebody asks for them. By style alone; without a name, the box is part of no form. */
export const PRINT_NOTES = inOnePiece(
  <div class="govuk-checkboxes govuk-checkboxes--small app-private__ask">
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" id="print-notes" type="checkbox" autocomplete="off" />
      <label class="govuk-label govuk-checkboxes__label" for="print-notes">
        Print these notes when this page is printed
      </label>
    </div>
  </div>,
)
