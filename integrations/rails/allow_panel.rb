# For Rails: sanitize(html, **ALLOW_PANEL)
safe_list = Rails::HTML5::SafeListSanitizer

ALLOW_PANEL = {
  tags: safe_list.allowed_tags + ["report-stalker-panel"],
  attributes: safe_list.allowed_attributes + %w[region lang show theme compact heading-level without-exit]
}.freeze
