# Reads a JSON list of texts, prints the list of what Rails' sanitizer leaves; with an argument, by our recipe.
require "json"
require "rails-html-sanitizer"
require_relative "../../../integrations/rails/allow_panel"

sanitizer = Rails::HTML5::SafeListSanitizer.new
options = ARGV.empty? ? {} : { scrubber: PanelScrubber.new }
puts JSON.generate(JSON.parse($stdin.read).map { |text| sanitizer.sanitize(text, **options) })
