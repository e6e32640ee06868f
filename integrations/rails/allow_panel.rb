require "rails-html-sanitizer"

# For Rails: sanitize(html, scrubber: PanelScrubber.new)
class PanelScrubber < Rails::HTML::PermitScrubber
  TAG = "report-stalker-panel"
  OPTIONS = %w[region lang show theme compact heading-level without-exit].freeze
  # Where the page has an exit of its own, by its class, the panel leaves out its own.
  EXITS = /exit-this-page|quick-exit/

  def initialize
    super
    safe_list = Rails::HTML5::SafeListSanitizer
    self.tags = safe_list.allowed_tags + [TAG]
    self.attributes = safe_list.allowed_attributes
  end

  protected

  # A list of attributes is for all elements alike: an image needs its address, the panel must not have one.
  def scrub_attributes(node)
    node.remove_attribute("class") if EXITS.match?(node["class"])
    return super unless node.name == TAG

    node.attribute_nodes.each { |attribute| attribute.remove unless OPTIONS.include?(attribute.name) }
  end
end
