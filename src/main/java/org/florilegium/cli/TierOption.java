package org.florilegium.cli;

import org.florilegium.tag.TagSpec;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of {@code --tier}. */
final class TierOption implements ITypeConverter<TagSpec.Mode> {
    @Override
    public TagSpec.Mode convert(String value) {
        return switch (value) {
            case "1" -> TagSpec.Mode.TIER1;
            case "2" -> TagSpec.Mode.ALL;
            case "auto" -> TagSpec.Mode.AUTO;
            default -> throw new TypeConversionException("must be 1, 2 or auto, was '" + value + "'");
        };
    }
}
