"""Which part of the world a country lies in, for diseases that are at home in some parts only.

The parts follow the United Nations' geographical scheme (M49), put together as infections are: the Americas south of
the United States, Africa south of the Sahara, and so on. A place that is not listed has no region: base rates then stay
as they are, which is the safe side.
"""

from __future__ import annotations

from typing import get_args

from core.knowledge.disease import Region

_COUNTRIES: dict[Region, str] = {
    "sub-saharan-africa": "angola, benin, botswana, burkina faso, burundi, cabo verde, cape verde, cameroon, "
    "central african republic, chad, comoros, congo, democratic republic of the congo, cote d'ivoire, ivory coast, "
    "djibouti, equatorial guinea, eritrea, eswatini, ethiopia, gabon, gambia, ghana, guinea, guinea-bissau, kenya, "
    "lesotho, liberia, madagascar, malawi, mali, mauritania, mauritius, mozambique, namibia, niger, nigeria, rwanda, "
    "sao tome and principe, senegal, seychelles, sierra leone, somalia, south africa, south sudan, sudan, tanzania, "
    "togo, uganda, zambia, zimbabwe, africa, west africa, east africa, central africa",
    "north-africa-and-middle-east": "algeria, bahrain, egypt, iran, iraq, israel, jordan, kuwait, lebanon, libya, "
    "morocco, oman, palestine, qatar, saudi arabia, syria, tunisia, turkey, united arab emirates, yemen, middle east",
    "south-asia": "afghanistan, bangladesh, bhutan, india, maldives, nepal, pakistan, sri lanka",
    "southeast-asia": "brunei, cambodia, indonesia, laos, malaysia, myanmar, philippines, singapore, thailand, "
    "timor-leste, vietnam, south-east asia",
    "east-asia": "china, hong kong, japan, macau, mongolia, north korea, south korea, korea, taiwan, kazakhstan, "
    "kyrgyzstan, tajikistan, turkmenistan, uzbekistan",
    "europe": "albania, andorra, armenia, austria, azerbaijan, belarus, belgium, bosnia and herzegovina, bulgaria, "
    "croatia, cyprus, czechia, czech republic, denmark, estonia, finland, france, georgia, germany, greece, hungary, "
    "iceland, ireland, italy, kosovo, latvia, liechtenstein, lithuania, luxembourg, malta, moldova, monaco, "
    "montenegro, netherlands, north macedonia, norway, poland, portugal, romania, russia, san marino, serbia, "
    "slovakia, slovenia, spain, sweden, switzerland, ukraine, united kingdom, uk, england, scotland, wales, "
    "northern ireland",
    "north-america": "united states, united states of america, usa, us, canada, greenland",
    "latin-america": "argentina, bahamas, barbados, belize, bolivia, brazil, chile, colombia, costa rica, cuba, "
    "dominican republic, ecuador, el salvador, guatemala, guyana, haiti, honduras, jamaica, mexico, nicaragua, panama, "
    "paraguay, peru, puerto rico, suriname, trinidad and tobago, uruguay, venezuela, south america, central america, "
    "caribbean",
    "oceania": "australia, fiji, kiribati, marshall islands, micronesia, nauru, new zealand, palau, papua new guinea, "
    "samoa, solomon islands, tonga, tuvalu, vanuatu",
}
_REGION = {country.strip(): region for region, names in _COUNTRIES.items() for country in names.split(",")}


def region_of(place: str | None) -> Region | None:
    """The region of a country or of a region's own name, in any case of letters; None for what is not known.

    >>> region_of("Kenya"), region_of("South Asia"), region_of("Atlantis"), region_of(None)
    ('sub-saharan-africa', 'south-asia', None, None)
    """
    if place is None:
        return None
    name = " ".join(place.casefold().split())
    slug = name.replace(" ", "-")
    named: dict[str, Region] = {region: region for region in get_args(Region)}
    return _REGION.get(name) or named.get(slug)
