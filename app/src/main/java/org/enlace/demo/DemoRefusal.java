package org.enlace.demo;

import org.enlace.Refusal;

enum DemoRefusal implements Refusal {
    NOT_OF_THE_CAST
}
