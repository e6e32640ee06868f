/** Options for TinyMCE, 4 to 8: `tinymce.init({ …, ...allowPanel })`. */
export const allowPanel = {
  custom_elements: 'report-stalker-panel',
  extended_valid_elements: 'report-stalker-panel[region|lang|show|theme|compact|heading-level|without-exit]',
};
