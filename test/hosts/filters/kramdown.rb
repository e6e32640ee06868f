# Reads a JSON list of texts, prints the list of what kramdown makes of them.
require "json"
require "kramdown"

puts JSON.generate(JSON.parse($stdin.read).map { |text| Kramdown::Document.new(text).to_html })
