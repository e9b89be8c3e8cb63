package io.github.nimbleapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigInteger;

/** A way to change a member of a JSON object. */
enum MemberChange {
    REMOVED {
        @Override
        void apply(ObjectNode parent, String name) {
            parent.remove(name);
        }
    },
    NULL {
        @Override
        void apply(ObjectNode parent, String name) {
            parent.putNull(name);
        }
    },
    STRING {
        @Override
        void apply(ObjectNode parent, String name) {
            JsonNode value = parent.get(name);
            parent.put(name, value.isValueNode() ? value.asText() : value.toString());
        }
    },
    OBJECT {
        @Override
        void apply(ObjectNode parent, String name) {
            JsonNode value = parent.get(name);
            parent.putObject(name).set("value", value);
        }
    },
    ARRAY {
        @Override
        void apply(ObjectNode parent, String name) {
            JsonNode value = parent.get(name);
            parent.putArray(name).add(value).add(value);
        }
    },
    HUGE_NUMBER {
        @Override
        void apply(ObjectNode parent, String name) {
            parent.put(name, BigInteger.TEN.pow(500));
        }
    },
    HUGE_FRACTION {
        @Override
        void apply(ObjectNode parent, String name) {
            parent.putRawValue(name, new RawValue("-1.5e999"));
        }
    },
    BOOLEAN {
        @Override
        void apply(ObjectNode parent, String name) {
            parent.put(name, true);
        }
    },
    NEIGHBOUR {
        @Override
        void apply(ObjectNode parent, String name) {
            parent.putObject("new_" + name).putArray("x").add(1).addObject().put(name, "other");
        }
    };

    abstract void apply(ObjectNode parent, String name);
}
