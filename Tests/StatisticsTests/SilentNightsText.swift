/// The text of the bilan of three silent nights, with « ~ » for a no-break space and « ^ » for a
/// narrow one, which nobody could see here.
let silentNightsText = """
    Bilan du programme «~400 locataires vers l'emploi~»
    Situation au 13/02/2023 ; programme phase-1 du 16/09/2022 au 15/03/2023
    7/8~bailleurs à jour
    dont 1~bailleur à J-3

    Taux
    ----
                                                      À jour (7)  Avec dernier connu (8)
    Taux d'accroche                           90,1^%~(281~/~312)      89,8^%~(300~/~334)
    Taux d'inconnus des institutions           20,3^%~(57~/~281)       20,0^%~(60~/~300)
    Taux d'inconnus parmi les réponses         20,3^%~(57~/~281)       20,0^%~(60~/~300)
    Taux d'absence non excusée                  9,9^%~(31~/~312)       10,2^%~(34~/~334)
    Part de l'objectif atteinte               70,3^%~(281~/~400)      75,0^%~(300~/~400)
    Taux de liens retissés                        0,0^%~(0~/~57)          0,0^%~(0~/~60)
    Taux de sorties dynamiques                   0,0^%~(0~/~281)         0,0^%~(0~/~300)
    Taux d'orientations acceptées             sans objet~(0~/~0)      sans objet~(0~/~0)

    Nombres de personnes et d'actes
    -------------------------------
    Repérés                                                  367                     396
    Contactés                                                367                     396
    Inscrits                                                 312                     334
    Inscrits présents                                        281                     300
    Participants                                             281                     300
    Venus sans inscription                                     0                       0
    Présences à préciser                                       0                       0
    Rendez-vous honorés                                      281                     300
    Rendez-vous excusés                                        0                       0
    Rendez-vous annulés par le service                         0                       0
    Absences non excusées                                     31                      34
    Inconnus des institutions de l'emploi                     57                      60
    Institutions non renseignées                               0                       0
    Liens retissés                                             0                       0
    Orientations                                               0                       0
    Orientations acceptées                                     0                       0
    Sorties en emploi durable                                  0                       0
    Sorties en emploi de transition                            0                       0
    Sorties positives                                          0                       0
    Autres sorties                                             0                       0
    En accompagnement                                          0                       0
    Sans nouvelle                                              0                       0
    Rallye~: passages aux étapes                               0                       0
    Rallye~: offres rapportées                                 0                       0
    Rallye~: mises en relation                                 0                       0
    Rallye~: entretiens                                        0                       0

    Par bailleur
    ------------
                                              Relevé       Taux d'accroche     Taux d'inconnus
    B1 — Bailleur fictif B1                   à jour                masqué     20,5^%~(9~/~44)
    B2 — Bailleur fictif B2                   à jour      90,4^%~(47~/~52)    21,3^%~(10~/~47)
    B3 — Bailleur fictif B3                   à jour      86,1^%~(31~/~36)     16,1^%~(5~/~31)
    B4 — Bailleur fictif B4                   à jour      91,7^%~(55~/~60)    21,8^%~(12~/~55)
    B5 — Bailleur fictif B5                      J-3                masqué              masqué
    B6 — Bailleur fictif B6                   à jour                masqué     20,0^%~(8~/~40)
    B7 — Bailleur fictif B7                   à jour      87,5^%~(35~/~40)     20,0^%~(7~/~35)
    B8 — Bailleur fictif B8                   à jour                masqué     20,7^%~(6~/~29)

    Définitions
    -----------
    Taux d'accroche. Numérateur~: inscrits présents à une action à laquelle ils étaient
      inscrits. Dénominateur~: inscrits avant le jour de l'action, excusés compris, sans
      les inscriptions annulées par le service ni les venues sans inscription.
    Taux d'inconnus des institutions. Numérateur~: participants connus d'aucune
      institution de l'emploi. Dénominateur~: tous les participants, venues sans
      inscription comprises.
    Taux d'inconnus parmi les réponses. Numérateur~: participants connus d'aucune
      institution de l'emploi. Dénominateur~: participants qui ont répondu à la
      question.
    Taux d'absence non excusée. Numérateur~: absences non excusées. Dénominateur~:
      rendez-vous honorés, excusés, annulés par le service et absences non excusées.
    Part de l'objectif atteinte. Numérateur~: participants. Dénominateur~: nombre de
      personnes fixé par le programme.
    Taux de liens retissés. Numérateur~: participants d'abord inconnus, puis venus à un
      premier rendez-vous partenaire. Dénominateur~: participants connus d'aucune
      institution de l'emploi.
    Taux de sorties dynamiques. Numérateur~: participants sortis en emploi durable, en
      emploi de transition ou en sortie positive. Dénominateur~: tous les participants,
      venues sans inscription comprises.
    Taux d'orientations acceptées. Numérateur~: orientations acceptées par le
      partenaire. Dénominateur~: orientations envoyées.
    Repérés. Personnes distinctes repérées par le bailleur pour le programme.
    Contactés. Personnes distinctes jointes au moins une fois par le bailleur.
    Inscrits. Personnes distinctes inscrites avant le jour d'une action dont le jour est
      venu~; les inscriptions annulées par le service n'y sont pas.
    Inscrits présents. Personnes distinctes présentes à une action à laquelle elles
      étaient inscrites.
    Participants. Personnes distinctes présentes à au moins une action, y compris celles
      qui sont venues sans inscription.
    Venus sans inscription. Personnes distinctes présentes à au moins une action sans y
      être inscrites.
    Présences à préciser. Inscriptions dont l'action est passée et dont la présence
      reste à préciser.
    Rendez-vous honorés. Rendez-vous ou inscriptions honorés~; les venues sans
      inscription n'y sont pas.
    Rendez-vous excusés. Rendez-vous ou inscriptions annulés par la personne, qui a
      prévenu.
    Rendez-vous annulés par le service. Rendez-vous ou inscriptions annulés par le
      service.
    Absences non excusées. Rendez-vous ou inscriptions non honorés, sans que la personne
      ait prévenu.
    Inconnus des institutions de l'emploi. Participants qui ont répondu n'être connus
      d'aucune institution de l'emploi (France Travail, Mission locale, Cap emploi,
      PLIE, Département ou son délégataire pour le RSA, structures d'insertion par
      l'activité économique).
    Institutions non renseignées. Participants à qui la question n'a pas été posée ou
      qui n'ont pas répondu.
    Liens retissés. Participants d'abord inconnus des institutions de l'emploi, puis
      venus à un premier rendez-vous chez l'une d'elles.
    Orientations. Orientations envoyées à un partenaire.
    Orientations acceptées. Orientations que le partenaire a acceptées.
    Sorties en emploi durable. Participants sortis en emploi durable~: CDI, CDD ou
      intérim de plus de six mois, fonction publique, création d'activité.
    Sorties en emploi de transition. Participants sortis en emploi de transition~: CDD
      ou intérim de moins de six mois, contrat aidé.
    Sorties positives. Participants entrés en formation ou dans une autre structure
      d'insertion.
    Autres sorties. Participants sortis autrement, par exemple vers le chômage.
    En accompagnement. Participants suivis par un partenaire à la date du relevé.
    Sans nouvelle. Participants dont le bailleur n'a pas de nouvelle à la date du
      relevé.
    Rallye~: passages aux étapes. Passages constatés aux étapes des rallyes~; une même
      personne y compte une fois par étape.
    Rallye~: offres rapportées. Offres rapportées par les équipes des rallyes.
    Rallye~: mises en relation. Mises en relation avec un employeur issues des rallyes.
    Rallye~: entretiens. Entretiens d'embauche issus des rallyes.

    Limites de la méthode
    ---------------------
    - L'unité de compte est la personne, et non le passage~: une personne venue à quatre
      étapes d'un rallye est un seul participant.
    - Les totaux comptent des «~personnes-bailleur~»~: une personne connue de deux
      bailleurs compte deux fois, sauf si le rapprochement régional est en service.
    - Un bailleur silencieux n'est jamais compté pour zéro~: il manque au total «~à
      jour~» et figure au total «~avec dernier connu~» avec l'âge de son relevé.
    - Un bailleur dont aucun relevé n'est arrivé est absent des deux totaux et nommé.
    - Le taux d'accroche et le taux d'absence non excusée n'ont pas le même
      dénominateur~: l'un n'est pas le complément de l'autre.
    - Les pourcentages sont arrondis à une décimale, la moitié vers le haut~; «~sans
      objet~» signale un dénominateur nul.
    - Par bailleur, seuls quelques nombres sont donnés~; un petit effectif y est masqué,
      et un autre avec lui. Les totaux de la région sont exacts.

    """
