"""A fiche as open data: everything it says but its persons, with the names of what it refers to."""

from fichebak import dataset, paper, words
from fichebak.dcat import SCHEMA
from fichebak.fiche import Bedrag, Budget, Cijfer, Contact, Fiche, Inzet
from fichebak.present import Setting, completeness, stand, status
from fichebak.register import Vermelding
from fichebak.resolve import Catalogue, Praktijk, canonical


def whole(catalogue: Catalogue, setting: Setting) -> dataset.Dataset:
    """Return the whole of *catalogue* as open data."""
    settings, base = catalogue.instellingen, catalogue.instellingen.basis
    return dataset.Dataset(
        schema_=f"{base}data/{SCHEMA}" if base else SCHEMA,
        titel=settings.titel,
        uitgever=settings.uitgever,
        licentie=settings.licentie,
        licentie_url=settings.licentie_url,
        datum=setting.today,
        adres=base or None,
        praktijken=tuple(record(catalogue, practice, setting) for practice in catalogue.praktijken),
    )


def record(catalogue: Catalogue, practice: Praktijk, setting: Setting) -> dataset.Praktijk:
    """Return *practice* as open data on the day of *setting*; without base_url addresses are relative to the root."""
    fiche, base, pdf = practice.fiche, catalogue.instellingen.basis, paper.of_fiche(practice.slug)
    return dataset.Praktijk(
        slug=practice.slug,
        titel=fiche.titel,
        samenvatting=fiche.samenvatting,
        hoofddomein=_domein(catalogue, practice.hoofddomein),
        domeinen=tuple(_domein(catalogue, id_) for id_ in fiche.domeinen),
        gemeenten=tuple(map(_gemeente, fiche.gemeenten, practice.gemeenten)),
        werkingsgebied=fiche.werkingsgebied,
        plaats=fiche.plaats,
        doelgroepen=tuple(
            dataset.Genoemd(id=id_, naam=catalogue.doelgroepen[id_].label) for id_ in fiche.doelgroepen
        ),
        trekker=tuple(_organisatie(catalogue, name) for name in fiche.trekker),
        partners=tuple(_organisatie(catalogue, name) for name in fiche.partners),
        contact=tuple(map(_contact, fiche.contact)),
        budget=_budget(fiche.budget) if fiche.budget else None,
        periode=dataset.Periode(**dict(fiche.periode)) if fiche.periode else None,
        status=dataset.Stand(
            vermeld=fiche.status,
            nu=stand(fiche, setting.today),
            tekst=status(fiche, setting.today).replace(words.NBSP, " "),
        ),
        cijfers=tuple(map(_cijfer, fiche.cijfers)),
        bewijs=dataset.Bewijs(**dict(fiche.bewijs)) if fiche.bewijs else None,
        lessen=fiche.lessen,
        randvoorwaarden=fiche.randvoorwaarden,
        tekst=practice.body,
        bron=_bron(catalogue, fiche),
        links=tuple(dataset.Link(**dict(link)) for link in fiche.links),
        laatst_nagekeken=fiche.laatst_nagekeken,
        ingevuld=completeness(fiche),
        trefwoorden=fiche.trefwoorden,
        verwant=fiche.verwant,
        taal=fiche.taal or catalogue.instellingen.taal,
        adres=f"{base}praktijken/{practice.slug}/",
        pdf=f"{base}{pdf}" if pdf in setting.pdfs else None,
        vroegere_slugs=fiche.vroegere_slugs,
    )  # fmt: skip


def _domein(catalogue: Catalogue, id_: str) -> dataset.Genoemd:
    return dataset.Genoemd(id=id_, naam=catalogue.domeinen[id_].label)


def _gemeente(written: str, found: Vermelding) -> dataset.Gemeente:
    today = found.gemeente
    return dataset.Gemeente(
        naam=today.naam, vermeld=written, sinds=found.sinds or None, refnis=today.refnis, provincie=today.provincie.naam
    )


def _organisatie(catalogue: Catalogue, name: str) -> dataset.Organisatie:
    known = canonical(catalogue, name)
    found = catalogue.organisaties.get(known)
    return dataset.Organisatie(naam=name, bekend_als=known if found else None, soort=found.soort if found else None)


def _contact(contact: Contact) -> dataset.Contact:
    """Return *contact* without its person. Who agreed to be named may be the one behind the mailbox: that goes too."""
    private = contact.toestemming_tot is not None or bool(contact.persoonlijk)
    return dataset.Contact(
        organisatie=contact.organisatie,
        functie=contact.functie,
        email=None if private else contact.email,
        website=contact.website,
    )


def _budget(budget: Budget) -> dataset.Budget:
    return dataset.Budget(
        bedragen=tuple(map(_bedrag, budget.bedragen)),
        personeel=tuple(map(_inzet, budget.personeel)),
        financiering=budget.financiering,
        toelichting=budget.toelichting,
    )


def _bedrag(amount: Bedrag) -> dataset.Bedrag:
    return dataset.Bedrag(
        van=amount.euro.van, tot=amount.euro.tot, per=amount.per, toelichting=amount.toelichting
    )  # fmt: skip


def _inzet(staff: Inzet) -> dataset.Inzet:
    return dataset.Inzet(
        vte_van=staff.vte.van if staff.vte else None,
        vte_tot=staff.vte.tot if staff.vte else None,
        aantal=staff.aantal,
        rol=staff.rol,
        toelichting=staff.toelichting,
    )


def _cijfer(figure: Cijfer) -> dataset.Cijfer:
    return dataset.Cijfer(
        van=figure.waarde.van,
        tot=figure.waarde.tot,
        eenheid=figure.eenheid,
        toelichting=figure.toelichting,
        jaar=figure.jaar,
    )


def _bron(catalogue: Catalogue, fiche: Fiche) -> dataset.Bron | None:
    if fiche.bron is None:
        return None
    source = catalogue.bronnen[fiche.bron.publicatie]
    return dataset.Bron(
        id=fiche.bron.publicatie,
        titel=source.titel,
        uitgevers=source.uitgevers,
        jaar=source.jaar,
        pagina=fiche.bron.pagina,
        url=source.url,
    )
